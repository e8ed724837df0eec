import { CheckIcon, ChevronRightIcon, CircleIcon } from "lucide-react";
import { DropdownMenu as DropdownMenuPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { MENU, MENU_ITEM, POP } from "./overlay";

type Primitive = typeof DropdownMenuPrimitive;

/** A button that opens a list of things to do. */
export function DropdownMenu({ modal = false, ...props }: ComponentProps<Primitive["Root"]>) {
  return <DropdownMenuPrimitive.Root data-slot="dropdown-menu" modal={modal} {...props} />;
}

/** What opens it. */
export function DropdownMenuTrigger(props: ComponentProps<Primitive["Trigger"]>) {
  return <DropdownMenuPrimitive.Trigger data-slot="dropdown-menu-trigger" {...props} />;
}

/** Puts it over everything else. */
export function DropdownMenuPortal(props: ComponentProps<Primitive["Portal"]>) {
  return <DropdownMenuPrimitive.Portal data-slot="dropdown-menu-portal" {...props} />;
}

/** The menu. */
export function DropdownMenuContent({ className, sideOffset = 4, ...props }: ComponentProps<Primitive["Content"]>) {
  return (
    <DropdownMenuPrimitive.Portal>
      <DropdownMenuPrimitive.Content
        data-slot="dropdown-menu-content"
        sideOffset={sideOffset}
        className={cn(MENU, POP, className)}
        {...props}
      />
    </DropdownMenuPrimitive.Portal>
  );
}

/** Lines that belong together. */
export function DropdownMenuGroup(props: ComponentProps<Primitive["Group"]>) {
  return <DropdownMenuPrimitive.Group data-slot="dropdown-menu-group" {...props} />;
}

type ItemProps = ComponentProps<Primitive["Item"]> & { inset?: boolean; variant?: "default" | "destructive" };

/** One thing to do. */
export function DropdownMenuItem({ className, inset, variant = "default", ...props }: ItemProps) {
  return (
    <DropdownMenuPrimitive.Item
      data-slot="dropdown-menu-item"
      data-inset={inset}
      data-variant={variant}
      className={cn(MENU_ITEM, className)}
      {...props}
    />
  );
}

/** Something that is on or off. */
export function DropdownMenuCheckboxItem({ className, children, ...props }: ComponentProps<Primitive["CheckboxItem"]>) {
  return (
    <DropdownMenuPrimitive.CheckboxItem
      data-slot="dropdown-menu-checkbox-item"
      className={cn(MENU_ITEM, "pl-8", className)}
      {...props}
    >
      <span className="absolute left-2 flex size-4 items-center justify-center">
        <DropdownMenuPrimitive.ItemIndicator>
          <CheckIcon aria-hidden className="size-4" />
        </DropdownMenuPrimitive.ItemIndicator>
      </span>
      {children}
    </DropdownMenuPrimitive.CheckboxItem>
  );
}

/** Lines of which one is chosen. */
export function DropdownMenuRadioGroup(props: ComponentProps<Primitive["RadioGroup"]>) {
  return <DropdownMenuPrimitive.RadioGroup data-slot="dropdown-menu-radio-group" {...props} />;
}

/** One of them. */
export function DropdownMenuRadioItem({ className, children, ...props }: ComponentProps<Primitive["RadioItem"]>) {
  return (
    <DropdownMenuPrimitive.RadioItem
      data-slot="dropdown-menu-radio-item"
      className={cn(MENU_ITEM, "pl-8", className)}
      {...props}
    >
      <span className="absolute left-2 flex size-4 items-center justify-center">
        <DropdownMenuPrimitive.ItemIndicator>
          <CircleIcon aria-hidden className="size-2 fill-current" />
        </DropdownMenuPrimitive.ItemIndicator>
      </span>
      {children}
    </DropdownMenuPrimitive.RadioItem>
  );
}

/** What the lines under it are about. */
export function DropdownMenuLabel({
  className,
  inset,
  ...props
}: ComponentProps<Primitive["Label"]> & { inset?: boolean }) {
  return (
    <DropdownMenuPrimitive.Label
      data-slot="dropdown-menu-label"
      data-inset={inset}
      className={cn("px-2 py-1.5 text-xs font-medium text-muted-foreground data-[inset]:pl-8", className)}
      {...props}
    />
  );
}

/** A line between. */
export function DropdownMenuSeparator({ className, ...props }: ComponentProps<Primitive["Separator"]>) {
  return (
    <DropdownMenuPrimitive.Separator
      data-slot="dropdown-menu-separator"
      className={cn("-mx-1 my-1 h-px bg-border", className)}
      {...props}
    />
  );
}

/** The keys that do the same. */
export function DropdownMenuShortcut({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      data-slot="dropdown-menu-shortcut"
      className={cn("ml-auto pl-4 text-xs tracking-widest text-muted-foreground", className)}
      {...props}
    />
  );
}

/** A menu within. */
export function DropdownMenuSub(props: ComponentProps<Primitive["Sub"]>) {
  return <DropdownMenuPrimitive.Sub data-slot="dropdown-menu-sub" {...props} />;
}

/** The line that opens it. */
export function DropdownMenuSubTrigger({
  className,
  inset,
  children,
  ...props
}: ComponentProps<Primitive["SubTrigger"]> & { inset?: boolean }) {
  return (
    <DropdownMenuPrimitive.SubTrigger
      data-slot="dropdown-menu-sub-trigger"
      data-inset={inset}
      className={cn(MENU_ITEM, "data-[state=open]:bg-accent data-[state=open]:text-accent-foreground", className)}
      {...props}
    >
      {children}
      <ChevronRightIcon aria-hidden className="ml-auto size-4" />
    </DropdownMenuPrimitive.SubTrigger>
  );
}

/** The menu that it opens. */
export function DropdownMenuSubContent({ className, ...props }: ComponentProps<Primitive["SubContent"]>) {
  return (
    <DropdownMenuPrimitive.Portal>
      <DropdownMenuPrimitive.SubContent
        data-slot="dropdown-menu-sub-content"
        className={cn(MENU, POP, className)}
        {...props}
      />
    </DropdownMenuPrimitive.Portal>
  );
}
