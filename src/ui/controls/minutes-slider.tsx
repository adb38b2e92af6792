import { Slider } from '@mantine/core';

const LEAST = 15;
const MOST = 180;
const STEP = 5;
const MARKS = [30, 60, 90, 120, 150].map((value) => ({ value, label: String(value) }));

/** Chooses a travel time in minutes, from a quarter of an hour to three hours. */
export function MinutesSlider({
  label,
  minutes,
  onChange,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <Slider
      mb={24}
      min={LEAST}
      max={MOST}
      step={STEP}
      marks={MARKS}
      label={null}
      thumbLabel={label}
      value={minutes}
      onChange={onChange}
    />
  );
}
