package io.sanse.model.library.compiled;

/** An expression uses something that is left to the interpreter; the message names it. */
public final class NotCovered extends Exception {
    private static final long serialVersionUID = 1;

    NotCovered(String what) {
        super(what, null, false, false);
    }
}
