package io.sanse.ingest.session;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.FrameSplitter;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import io.sanse.ingest.decode.jt808.message.MessageDecoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Registration;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a terminal sends and understands. */
public final class Terminal {
    public static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    private Terminal() {}

    public static byte[] frame(String phone, int serial, TerminalMessage message) {
        return MessageEncoder.encode(new Envelope(Edition.V2013, phone, serial), message);
    }

    public static LocationReport report(int minutesAgo) {
        return report(120.1, NOW.minusSeconds(60L * minutesAgo));
    }

    static LocationReport report(double longitude, Instant at) {
        return new LocationReport(0, 3, 28.9, longitude, 35, 61.5, 90, at, LocationItems.of());
    }

    static Registration registration(String plate) {
        return new Registration(Edition.V2013, 33, 784, "70111", "TD-808", "0567872", 2, plate);
    }

    /** The platform's answers in words: {@code serial:result} for 0x8001, {@code registered serial:result:code} for 0x8100. */
    public static List<String> understand(byte[] answers) {
        List<String> words = new ArrayList<>();
        FrameSplitter splitter = new FrameSplitter(outcome -> words.add(understand(outcome)));
        splitter.feed(answers);
        splitter.finish();
        return words;
    }

    private static String understand(Decoded<Frame> outcome) {
        TerminalMessage message = outcome instanceof Decoded.Accepted<Frame> accepted
                        && MessageDecoder.decode(accepted.value()) instanceof Decoded.Accepted<TerminalMessage> read
                ? read.value()
                : null;
        if (message instanceof GeneralAnswer answer) {
            return answer.answeredSerial() + ":" + answer.result();
        }
        if (message instanceof RegistrationAnswer answer) {
            return "registered " + answer.answeredSerial() + ":" + answer.result() + ":" + answer.code();
        }
        throw new AssertionError("no answer of a platform: " + outcome);
    }
}
