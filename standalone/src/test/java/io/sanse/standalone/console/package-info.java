/** The web console in a real browser: its pure modules by tables, and the whole of it against the whole platform. Needs Chromium and its driver; skipped without. */
package io.sanse.standalone.console;
