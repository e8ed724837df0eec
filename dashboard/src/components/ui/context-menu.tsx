import { CheckIcon, ChevronRightIcon, CircleIcon } from "lucide-react";
import { ContextMenu as ContextMenuPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { MENU, MENU_ITEM, POP } from "./overlay";

type Primitive = typeof ContextMenuPrimitive;

/** A list of things to do, by a right click or a long press. Offer the same elsewhere too. */
export function ContextMenu({ modal = false, ...props }: ComponentProps<Primitive["Root"]>) {
  return <ContextMenuPrimitive.Root data-slot="context-menu" modal={modal} {...props} />;
}

/** What opens it. */
export function ContextMenuTrigger(props: ComponentProps<Primitive["Trigger"]>) {
  return <ContextMenuPrimitive.Trigger data-slot="context-menu-trigger" {...props} />;
}

/** Puts it over everything else. */
export function ContextMenuPortal(props: ComponentProps<Primitive["Portal"]>) {
  return <ContextMenuPrimitive.Portal data-slot="context-menu-portal" {...props} />;
}

/** The menu. */
export function ContextMenuContent({ className, ...props }: ComponentProps<Primitive["Content"]>) {
  return (
    <ContextMenuPrimitive.Portal>
      <ContextMenuPrimitive.Content data-slot="context-menu-content" className={cn(MENU, POP, className)} {...props} />
    </ContextMenuPrimitive.Portal>
  );
}

/** Lines that belong together. */
export function ContextMenuGroup(props: ComponentProps<Primitive["Group"]>) {
  return <ContextMenuPrimitive.Group data-slot="context-menu-group" {...props} />;
}

type ItemProps = ComponentProps<Primitive["Item"]> & { inset?: boolean; variant?: "default" | "destructive" };

/** One thing to do. */
export function ContextMenuItem({ className, inset, variant = "default", ...props }: ItemProps) {
  return (
    <ContextMenuPrimitive.Item
      data-slot="context-menu-item"
      data-inset={inset}
      data-variant={variant}
      className={cn(MENU_ITEM, className)}
      {...props}
    />
  );
}

/** Something that is on or off. */
export function ContextMenuCheckboxItem({ className, children, ...props }: ComponentProps<Primitive["CheckboxItem"]>) {
  return (
    <ContextMenuPrimitive.CheckboxItem
      data-slot="context-menu-checkbox-item"
      className={cn(MENU_ITEM, "pl-8", className)}
      {...props}
    >
      <span className="absolute left-2 flex size-4 items-center justify-center">
        <ContextMenuPrimitive.ItemIndicator>
          <CheckIcon aria-hidden className="size-4" />
        </ContextMenuPrimitive.ItemIndicator>
      </span>
      {children}
    </ContextMenuPrimitive.CheckboxItem>
  );
}

/** Lines of which one is chosen. */
export function ContextMenuRadioGroup(props: ComponentProps<Primitive["RadioGroup"]>) {
  return <ContextMenuPrimitive.RadioGroup data-slot="context-menu-radio-group" {...props} />;
}

/** One of them. */
export function ContextMenuRadioItem({ className, children, ...props }: ComponentProps<Primitive["RadioItem"]>) {
  return (
    <ContextMenuPrimitive.RadioItem
      data-slot="context-menu-radio-item"
      className={cn(MENU_ITEM, "pl-8", className)}
      {...props}
    >
      <span className="absolute left-2 flex size-4 items-center justify-center">
        <ContextMenuPrimitive.ItemIndicator>
          <CircleIcon aria-hidden className="size-2 fill-current" />
        </ContextMenuPrimitive.ItemIndicator>
      </span>
      {children}
    </ContextMenuPrimitive.RadioItem>
  );
}

/** What the lines under it are about. */
export function ContextMenuLabel({
  className,
  inset,
  ...props
}: ComponentProps<Primitive["Label"]> & { inset?: boolean }) {
  return (
    <ContextMenuPrimitive.Label
      data-slot="context-menu-label"
      data-inset={inset}
      className={cn("px-2 py-1.5 text-xs font-medium text-muted-foreground data-[inset]:pl-8", className)}
      {...props}
    />
  );
}

/** A line between. */
export function ContextMenuSeparator({ className, ...props }: ComponentProps<Primitive["Separator"]>) {
  return (
    <ContextMenuPrimitive.Separator
      data-slot="context-menu-separator"
      className={cn("-mx-1 my-1 h-px bg-border", className)}
      {...props}
    />
  );
}

/** The keys that do the same. */
export function ContextMenuShortcut({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      data-slot="context-menu-shortcut"
      className={cn("ml-auto pl-4 text-xs tracking-widest text-muted-foreground", className)}
      {...props}
    />
  );
}

/** A menu within. */
export function ContextMenuSub(props: ComponentProps<Primitive["Sub"]>) {
  return <ContextMenuPrimitive.Sub data-slot="context-menu-sub" {...props} />;
}

/** The line that opens it. */
export function ContextMenuSubTrigger({
  className,
  inset,
  children,
  ...props
}: ComponentProps<Primitive["SubTrigger"]> & { inset?: boolean }) {
  return (
    <ContextMenuPrimitive.SubTrigger
      data-slot="context-menu-sub-trigger"
      data-inset={inset}
      className={cn(MENU_ITEM, "data-[state=open]:bg-accent data-[state=open]:text-accent-foreground", className)}
      {...props}
    >
      {children}
      <ChevronRightIcon aria-hidden className="ml-auto size-4" />
    </ContextMenuPrimitive.SubTrigger>
  );
}

/** The menu that it opens. */
export function ContextMenuSubContent({ className, ...props }: ComponentProps<Primitive["SubContent"]>) {
  return (
    <ContextMenuPrimitive.Portal>
      <ContextMenuPrimitive.SubContent
        data-slot="context-menu-sub-content"
        className={cn(MENU, POP, className)}
        {...props}
      />
    </ContextMenuPrimitive.Portal>
  );
}
