"""Printed and machine stamps in, aware datetimes (or None) out."""
