package io.sanse.bench.peers;

/** Is told when to weigh an engine's state. */
interface Scales {
    /** Weighs nothing. */
    Scales NONE = new Scales() {
        @Override
        public void tare() {
            // nothing is weighed
        }

        @Override
        public void weigh() {
            // nothing is weighed
        }
    };

    /** The engine stands and has got nothing: what there is now does not count. */
    void tare();

    /** The engine has got everything, and its clock has not gone on. */
    void weigh();
}
