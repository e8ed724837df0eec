import { queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "@/lib/api";

/** A picture is small (256 KiB at most), so it is kept as a `data:` address that needs no freeing. */
function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The picture cannot be read."));
    reader.readAsDataURL(picture);
  });
}

/** The picture of a user, as an address for an `<img>`. */
export const avatarQuery = (userId: string) =>
  queryOptions({
    queryKey: ["users", userId, "avatar"],
    queryFn: async ({ signal }) => {
      const params = { path: { user_id: userId } };
      const picture: unknown = await unwrap(
        api.GET("/api/v1/users/{user_id}/avatar", { params, parseAs: "blob", signal }),
      );
      if (!(picture instanceof Blob)) throw new TypeError("A picture is a blob.");
      return addressOf(picture);
    },
    staleTime: 10 * 60_000,
    retry: false,
  });
