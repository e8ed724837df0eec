"""Routes of the inbox: lists, threads, hands, notes, tags, and what people keep of it for themselves."""
