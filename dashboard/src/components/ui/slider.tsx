import { Slider as SliderPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

type SliderProps = ComponentProps<typeof SliderPrimitive.Root>;

/** A number, or several, chosen on a line. `aria-label` names each thumb. */
export function Slider({ className, defaultValue, value, min = 0, max = 100, ...props }: SliderProps) {
  const { "aria-label": label, "aria-labelledby": labelledBy, ...rest } = props;
  const thumbs = value ?? defaultValue ?? [min];
  return (
    <SliderPrimitive.Root
      data-slot="slider"
      defaultValue={defaultValue}
      value={value}
      min={min}
      max={max}
      className={cn(
        "relative flex h-6 w-full touch-none items-center select-none data-[disabled]:opacity-60",
        className,
      )}
      {...rest}
    >
      <SliderPrimitive.Track className="relative h-1.5 w-full grow overflow-hidden rounded-full bg-muted-foreground/25">
        <SliderPrimitive.Range className="absolute h-full bg-primary" />
      </SliderPrimitive.Track>
      {thumbs.map((_, index) => (
        <SliderPrimitive.Thumb
          key={index}
          aria-label={label}
          aria-labelledby={labelledBy}
          className="relative block size-4.5 shrink-0 rounded-full border border-primary bg-card shadow-sm outline-none after:absolute after:-inset-1 focus-visible:ring-[3px] focus-visible:ring-ring/60"
        />
      ))}
    </SliderPrimitive.Root>
  );
}
