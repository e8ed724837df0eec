import { ShoppingCartIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format";
import type { ContentOf } from "./content";

/** A shopping basket that the customer sent. */
export function OrderCard({ order }: { order: ContentOf<"order"> }) {
  const { t } = useTranslation("message");
  const items = order.items ?? [];
  const currency = items.find((item) => item.currency)?.currency;
  const total = items.reduce((sum, { price, quantity }) => sum + Number(price ?? 0) * quantity, 0);
  return (
    <div className="grid min-w-52 gap-1">
      <p className="flex items-center gap-1.5 font-medium">
        <ShoppingCartIcon aria-hidden className="size-4" /> {t("order.title", { count: items.length })}
      </p>
      <ul className="grid gap-0.5 text-xs">
        {items.map((item, index) => (
          <li key={index} className="flex justify-between gap-4">
            <span>{t("order.item", { quantity: item.quantity, product: item.product_id })}</span>
            {item.price && (
              <span className="tabular-nums">{money(Number(item.price) * item.quantity, item.currency)}</span>
            )}
          </li>
        ))}
      </ul>
      {total > 0 && (
        <p className="border-t border-current/15 pt-1 text-xs font-medium">
          {t("order.total", { total: money(total, currency) })}
        </p>
      )}
      {order.text && <p>{order.text}</p>}
    </div>
  );
}

const money = (value: number, currency: string | null | undefined): string =>
  /^[A-Z]{3}$/.test(currency ?? "") && currency
    ? formatNumber(value, { style: "currency", currency })
    : formatNumber(value);
