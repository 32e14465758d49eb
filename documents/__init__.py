"""The papers people keep: quotes and completion reports as PDF/A, made from plain values."""
