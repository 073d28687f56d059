import { defineManifest } from '@saubac/plugin-api';

export const manifest = defineManifest({
  id: 'example',
  version: '1.0.0',
  apiVersion: 1,
  words: {
    vi: {
      'fact.servesForeignVisitors': 'phục vụ khách nước ngoài',
      'fact.servesForeignVisitors.holds': 'trực tiếp phục vụ khách nước ngoài',
      'fact.servesForeignVisitors.fails': 'không trực tiếp phục vụ khách nước ngoài',
      'target.servingForeignVisitors': 'Người trực tiếp phục vụ khách nước ngoài đạt bậc 3 trở lên',
    },
    en: {
      'fact.servesForeignVisitors': 'serves foreign visitors',
      'fact.servesForeignVisitors.holds': 'serves foreign visitors',
      'fact.servesForeignVisitors.fails': 'does not serve foreign visitors',
      'target.servingForeignVisitors': 'People who serve foreign visitors reach level 3 or above',
    },
  },
});
