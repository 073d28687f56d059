import { DatePicker, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/vi.js';
import { parseIsoDate, type IsoDate } from '@saubac/domain/values';
import { useUiWords } from '../words/index.ts';
import { writeDay } from './written-day.ts';

/** A month of days, Monday first. It comes to the browser when it is opened. */
export const Calendar = ({ value, onChange }: { value: IsoDate; onChange: (day: IsoDate) => void }) => {
  const words = useUiWords();
  return (
    <DatesProvider settings={{ locale: words.locale, firstDayOfWeek: 1 }}>
      <DatePicker
        value={value}
        defaultDate={value}
        onChange={(picked) => {
          const day = typeof picked === 'string' ? parseIsoDate(picked) : undefined;
          if (day !== undefined) onChange(day);
        }}
        getDayProps={(day) => {
          const iso = parseIsoDate(day);
          return iso === undefined ? {} : { 'aria-label': writeDay(iso) };
        }}
        ariaLabels={{ previousMonth: words.previousMonth, nextMonth: words.nextMonth }}
        monthLabelFormat="MM/YYYY"
      />
    </DatesProvider>
  );
};
