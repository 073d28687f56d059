import { Button, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './evidence.module.css';
import type { WholeCertificate } from './queries.ts';

const PdfPages = lazy(() => import('./pdf-pages.tsx').then((it) => ({ default: it.PdfPages })));

type File = WholeCertificate['files'][number];

const zooms = [100, 150, 200, 300] as const;
const shownAsPicture = new Set(['image/png', 'image/jpeg', 'image/webp']);

const Content = ({ file, href, zoom, turned }: { file: File; href: string; zoom: number; turned: number }) => {
  const words = useWords();
  const [broken, setBroken] = useState(false);
  if (broken) return <p className={styles['unseen']}>{words.t('certificateDesk.evidenceBroken')}</p>;
  if (shownAsPicture.has(file.mediaType)) {
    return <img className={styles['picture']} data-turned={turned} src={href} alt={words.t('certificateDesk.evidenceAlt', { name: file.name })} style={{ width: `${zoom}%` }} onError={() => setBroken(true)} />;
  }
  if (file.mediaType === 'application/pdf') {
    return (
      <Suspense fallback={<p className={styles['unseen']}>{words.t('certificateDesk.evidenceLoading')}</p>}>
        <PdfPages href={href} name={file.name} zoom={zoom} turned={turned} onBroken={() => setBroken(true)} />
      </Suspense>
    );
  }
  return <p className={styles['unseen']}>{words.t('certificateDesk.evidenceNotShown', { type: file.mediaType })}</p>;
};

/**
 * A scan inside the page: pictures as they are, PDF drawn by us onto canvases, so that no viewer with scripts of its own is opened. Zoomed,
 * turned and scrolled with the keyboard too; what can't be shown is offered to be saved.
 */
export const EvidenceViewer = ({ tenant, files, shown, onShow }: { tenant: string; files: readonly File[]; shown: string; onShow: (file: string) => void }) => {
  const words = useWords();
  const [zoom, setZoom] = useState<(typeof zooms)[number]>(100);
  const [turned, setTurned] = useState(0);
  const file = files.find((it) => it.id === shown);
  if (!file) return null;
  const href = `/api/t/${encodeURIComponent(tenant)}/files/${encodeURIComponent(file.id)}`;
  const step = (by: 1 | -1) => setZoom((now) => zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(now) + by))] ?? 100);
  const size = file.size >= 1_000_000 ? words.t('certificateDesk.sizeMb', { size: Math.round(file.size / 100_000) / 10 }) : words.t('certificateDesk.sizeKb', { size: Math.max(1, Math.round(file.size / 1_000)) });
  return (
    <div className={styles['viewer']}>
      <div className={styles['viewerTools']} data-screen-only>
        {files.length > 1 ? (
          <NativeSelect
            size="xs" aria-label={words.t('certificateDesk.evidence')} value={file.id} data={files.map((it, at) => ({ value: it.id, label: words.t('certificateDesk.evidenceFile', { at: at + 1, name: it.name }) }))}
            onChange={(event) => onShow(event.currentTarget.value)}
          />
        ) : (
          <span className={styles['fileName']} title={file.name}>{file.name}</span>
        )}
        <span className={styles['zoom']}>
          <Button size="xs" variant="default" aria-label={words.t('certificateDesk.zoomOut')} onClick={() => step(-1)}>
            −
          </Button>
          <span aria-live="polite">{words.t('certificateDesk.zoomNow', { share: zoom })}</span>
          <Button size="xs" variant="default" aria-label={words.t('certificateDesk.zoomIn')} onClick={() => step(1)}>
            +
          </Button>
          <Button size="xs" variant="default" onClick={() => setTurned((now) => (now + 90) % 360)}>
            {words.t('certificateDesk.rotate')}
          </Button>
        </span>
        <a href={href} download>
          {words.t('certificateDesk.evidenceSave')} ({size})
        </a>
      </div>
      <div className={styles['sheet']} tabIndex={0} role="region" aria-label={words.t('certificateDesk.viewer')}>
        <Content key={file.id} file={file} href={href} zoom={zoom} turned={turned} />
      </div>
    </div>
  );
};
