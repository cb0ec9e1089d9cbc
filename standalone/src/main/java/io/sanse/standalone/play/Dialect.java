package io.sanse.standalone.play;

/** How a device speaks: what it says first, and how it reads answers. Used on one event loop only. */
interface Dialect {
    /**
     * Something to be sent and acknowledged.
     *
     * @param key what the answer will name
     * @param bytes for the wire
     */
    record Outgoing(String key, byte[] bytes) {}

    /** Takes answers. */
    interface Answers {
        void acknowledged(String key);

        /** @param reason one sentence */
        void refused(String reason);
    }

    /** Who is speaking, for messages to people. */
    String device();

    /** A greeting that must be acknowledged before anything else is sent on a new connection, or null. Resets the reader. */
    Outgoing greet(Answers answers);

    /** Takes bytes from the platform. */
    void read(byte[] bytes);
}
