"""The demo's page in a real browser, as a newcomer uses it."""
