import { defineManifest } from '@saubac/plugin-api';

export const manifest = defineManifest({
  id: 'example',
  version: '1.0.0',
  apiVersion: 1,
  title: 'title',
  about: 'about',
  words: {
    vi: {
      title: 'Bộ phận tiếp khách nước ngoài',
      about: 'Theo dõi người trực tiếp phục vụ khách nước ngoài ở cửa khẩu và bộ phận một cửa.',
      'fact.servesForeignVisitors': 'phục vụ khách nước ngoài',
      'fact.servesForeignVisitors.holds': 'trực tiếp phục vụ khách nước ngoài',
      'fact.servesForeignVisitors.fails': 'không trực tiếp phục vụ khách nước ngoài',
      'target.servingForeignVisitors': 'Người trực tiếp phục vụ khách nước ngoài đạt bậc 3 trở lên',
    },
    en: {
      title: 'Desks for foreign visitors',
      about: 'Keeps who serves foreign visitors at border gates and one-stop shops.',
      'fact.servesForeignVisitors': 'serves foreign visitors',
      'fact.servesForeignVisitors.holds': 'serves foreign visitors',
      'fact.servesForeignVisitors.fails': 'does not serve foreign visitors',
      'target.servingForeignVisitors': 'People who serve foreign visitors reach level 3 or above',
    },
  },
});
