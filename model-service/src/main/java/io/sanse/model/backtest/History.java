package io.sanse.model.backtest;

/** What arrived, in the order of arrival, partition by partition: no subject is in two of them. */
public interface History {
    /** Plays everything, or until the listener has heard enough. */
    void play(Listener listener);

    /** Who hears a history. */
    interface Listener {
        /** A partition begins. */
        void begin();

        /**
         * The next arrival.
         *
         * @param share of everything that has been played with it, 0–1
         * @return whether to go on
         */
        boolean arrived(Arrival arrival, double share);
    }
}
