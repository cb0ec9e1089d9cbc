package io.sanse.model.detect.fact;

/** What is known of somebody to whom the registry ties vehicles. */
public interface Tied {
    /** What these vehicles do by night. */
    NightBook nights();
}
