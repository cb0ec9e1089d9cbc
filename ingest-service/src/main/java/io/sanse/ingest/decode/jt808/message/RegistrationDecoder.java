package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Registration;

/**
 * Reads 0x0100 (clause 8.5), whose fields are of other lengths in each edition. The header does not tell 2011 from 2013:
 * the newer layout is taken when the body is long enough for it and its plate colour and plate are plausible.
 */
final class RegistrationDecoder {
    private static final int LONGEST_PLATE = 17;

    /** The three layouts: bytes of the text fields. */
    enum Layout {
        V2011(Edition.V2011, 5, 8, 7),
        V2013(Edition.V2013, 5, 20, 7),
        V2019(Edition.V2019, 11, 30, 30);

        final Edition edition;
        final int manufacturer;
        final int model;
        final int terminalId;

        Layout(Edition edition, int manufacturer, int model, int terminalId) {
            this.edition = edition;
            this.manufacturer = manufacturer;
            this.model = model;
            this.terminalId = terminalId;
        }

        static Layout of(Edition edition) {
            return values()[edition.ordinal()];
        }

        /** Bytes before the plate. */
        int fixedLength() {
            return 4 + manufacturer + model + terminalId + 1;
        }
    }

    private RegistrationDecoder() {}

    /** The registration, or null when no layout fits. */
    static Registration decode(Frame frame) {
        byte[] body = frame.body();
        if (frame.header().edition() == Edition.V2019) {
            return read(body, Layout.V2019);
        }
        Registration newer = read(body, Layout.V2013);
        if (newer != null && isPlausible(newer)) {
            return newer;
        }
        Registration older = read(body, Layout.V2011);
        return newer == null || isPlausible(older) ? older : newer;
    }

    private static Registration read(byte[] body, Layout layout) {
        if (body.length < layout.fixedLength()) {
            return null;
        }
        BodyReader reader = new BodyReader(body, 0, body.length);
        return new Registration(
                layout.edition,
                reader.readWord(),
                reader.readWord(),
                reader.readText(layout.manufacturer),
                reader.readText(layout.model),
                reader.readText(layout.terminalId),
                reader.readByte(),
                reader.readText(reader.remaining()));
    }

    private static boolean isPlausible(Registration registration) {
        int colour = registration.plateColour();
        boolean knownColour = colour <= 5 || colour == 9 || colour >= 91 && colour <= 94;
        String plate = registration.plate();
        return knownColour
                && plate.length() <= LONGEST_PLATE
                && plate.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0xfffd);
    }
}
