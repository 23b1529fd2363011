"""What speaks against an article that was read: it is a part only, or another's, or its shape says otherwise."""
