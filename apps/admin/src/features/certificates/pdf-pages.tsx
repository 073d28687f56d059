import { getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './evidence.module.css';

/** More pages than a certificate has are not drawn: they are saved and read elsewhere. */
const mostPages = 20;

/** Drawn so much finer than shown, so that a zoomed page stays readable. */
const fineness = 2;

const Page = ({ document, page, name, pages, zoom, turned }: { document: PDFDocumentProxy; page: number; name: string; pages: number; zoom: number; turned: number }) => {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let given = true;
    let drawing: { cancel: () => void } | undefined;
    const draw = async () => {
      const found = await document.getPage(page);
      const target = canvas.current;
      if (!given || !target) return;
      const plain = found.getViewport({ scale: 1, rotation: (found.rotate + turned) % 360 });
      const width = (target.parentElement?.clientWidth ?? 800) * fineness;
      const viewport = found.getViewport({ scale: width / plain.width, rotation: (found.rotate + turned) % 360 });
      target.width = viewport.width;
      target.height = viewport.height;
      const task = found.render({ canvas: target, viewport });
      drawing = task;
      await task.promise;
    };
    draw().catch(() => undefined);
    return () => {
      given = false;
      drawing?.cancel();
    };
  }, [document, page, turned]);
  return <canvas ref={canvas} className={styles['page']} role="img" aria-label={`${words.t('certificateDesk.evidenceAlt', { name })}, ${words.t('certificateDesk.evidencePage', { page, pages })}`} style={{ width: `${zoom}%` }} />;
};

/** The pages of a PDF, drawn: nothing of what a PDF may run is run, and no viewer of the browser is opened. */
export const PdfPages = ({ href, name, zoom, turned, onBroken }: { href: string; name: string; zoom: number; turned: number; onBroken: () => void }) => {
  const words = useWords();
  const [document, setDocument] = useState<PDFDocumentProxy>();
  useEffect(() => {
    const task = getDocument({ url: href, withCredentials: true, enableXfa: false, stopAtErrors: false });
    let given = true;
    task.promise.then((it) => given && setDocument(it)).catch(() => given && onBroken());
    return () => {
      given = false;
      void task.destroy();
    };
    // The file does not change while it is shown.
  }, [href]);
  if (!document) return <p className={styles['unseen']}>{words.t('certificateDesk.evidenceLoading')}</p>;
  const pages = document.numPages;
  return Array.from({ length: Math.min(pages, mostPages) }, (_, at) => <Page key={at} document={document} page={at + 1} name={name} pages={pages} zoom={zoom} turned={turned} />);
};
