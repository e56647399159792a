"""Handing an assignment out: its code, its link, its QR code, and a page for the projector."""
