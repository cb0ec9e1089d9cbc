package io.sanse.standalone.night;

/** One theme of the night: background, incidents of one kind, or traps. */
interface Chapter {
    /** Adds its events and what is true of them. */
    void write(Draft draft);
}
