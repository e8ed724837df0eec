import type { VariantProps } from "class-variance-authority";
import { ToggleGroup as ToggleGroupPrimitive } from "radix-ui";
import { createContext, use, useMemo, type ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { toggleVariants } from "./toggle-variants";

type Look = VariantProps<typeof toggleVariants>;

const LookContext = createContext<Look>({});

/** Buttons of which one, or several, stay pressed. Give it an aria-label. */
export function ToggleGroup({
  className,
  variant,
  size,
  children,
  ...props
}: ComponentProps<typeof ToggleGroupPrimitive.Root> & Look) {
  const look = useMemo(() => ({ variant, size }), [variant, size]);
  return (
    <ToggleGroupPrimitive.Root
      data-slot="toggle-group"
      className={cn("flex w-fit items-center rounded-md", className)}
      {...props}
    >
      <LookContext value={look}>{children}</LookContext>
    </ToggleGroupPrimitive.Root>
  );
}

/** One of them. */
export function ToggleGroupItem({
  className,
  variant,
  size,
  ...props
}: ComponentProps<typeof ToggleGroupPrimitive.Item> & Look) {
  const look = use(LookContext);
  return (
    <ToggleGroupPrimitive.Item
      data-slot="toggle-group-item"
      className={cn(
        toggleVariants({ variant: look.variant ?? variant, size: look.size ?? size }),
        "min-w-0 shrink-0 rounded-none first:rounded-l-md last:rounded-r-md focus:z-10 focus-visible:z-10",
        (look.variant ?? variant) === "outline" && "border-l-0 shadow-none first:border-l",
        className,
      )}
      {...props}
    />
  );
}
