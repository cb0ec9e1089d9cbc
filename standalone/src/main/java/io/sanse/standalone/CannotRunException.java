package io.sanse.standalone;

/** Something that the person at the terminal must know or change; its message is one clear sentence. */
final class CannotRunException extends RuntimeException {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final int exitCode;

    CannotRunException(String sentence) {
        this(sentence, null);
    }

    CannotRunException(String sentence, Throwable cause) {
        this(sentence, cause, FAILED);
    }

    private CannotRunException(String sentence, Throwable cause, int exitCode) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** What was asked for makes no sense. */
    static CannotRunException notUnderstood(String sentence) {
        return new CannotRunException(sentence, null, NOT_UNDERSTOOD);
    }

    int exitCode() {
        return exitCode;
    }
}
