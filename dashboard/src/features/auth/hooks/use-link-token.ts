import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { linkToken } from "../utils/link-token";

/** The secret of the link that led here. It is taken out of the address bar, and so out of the history. */
export function useLinkToken(): string | null {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const found = linkToken(hash);
  const [token, setToken] = useState(found);
  if (found !== null && found !== token) setToken(found);
  useEffect(() => {
    if (found !== null) void navigate(pathname, { replace: true });
  }, [found, pathname, navigate]);
  return token;
}
