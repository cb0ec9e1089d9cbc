package io.sanse.standalone.play;

import io.sanse.contract.observation.LoadState;
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
import io.sanse.standalone.city.Truck;
import io.sanse.standalone.night.Event;
import io.sanse.standalone.night.Fix;
import java.util.List;

/** A truck's terminal, JT/T 808 of 2013 or 2019: authenticates (0x0102), sends positions (0x0200, 0x0704), reads general answers (0x8001). */
final class TerminalDialect implements Dialect {
    private static final int POSITIONED = 1 << 1;
    private static final int LOAD_SHIFT = 8;
    private static final int FULL = 3;
    private static final int MAIN_POWER_OFF = 1 << 8;
    private static final int ALTITUDE_M = 90;
    private static final LocationItems ITEMS = LocationItems.of(
            LocationItems.number(LocationItems.SIGNAL_STRENGTH, 1, 27),
            LocationItems.number(LocationItems.SATELLITES, 1, 14));

    private final Truck truck;
    private final Edition edition;
    private int serial;
    private FrameSplitter splitter;
    private Answers answers;

    TerminalDialect(Truck truck) {
        this.truck = truck;
        this.edition = truck.speaksEdition2019() ? Edition.V2019 : Edition.V2013;
    }

    @Override
    public String device() {
        return "terminal " + truck.terminalPhone();
    }

    @Override
    public Outgoing greet(Answers taker) {
        answers = taker;
        splitter = new FrameSplitter(this::answered);
        return outgoing(new TerminalMessage.Authentication(truck.authenticationCode(), "", ""));
    }

    Outgoing encode(Event.Transmission transmission) {
        List<LocationReport> reports =
                transmission.fixes().stream().map(TerminalDialect::report).toList();
        return outgoing(
                transmission.stored()
                        ? new TerminalMessage.LocationBatch(true, reports.size(), reports, true)
                        : reports.get(0));
    }

    private Outgoing outgoing(TerminalMessage message) {
        serial = serial + 1 & 0xffff;
        byte[] bytes = MessageEncoder.encode(new Envelope(edition, truck.terminalPhone(), serial), message);
        return new Outgoing(Integer.toString(serial), bytes);
    }

    private static LocationReport report(Fix fix) {
        int load = fix.load() == LoadState.FULL ? FULL : fix.load() == LoadState.HALF ? 1 : 0;
        int status = POSITIONED | (fix.ignitionOn() ? 1 : 0) | load << LOAD_SHIFT;
        return new LocationReport(
                fix.powerCut() ? MAIN_POWER_OFF : 0,
                status,
                fix.point().latitude(),
                fix.point().longitude(),
                ALTITUDE_M,
                fix.speedKmh(),
                fix.directionDeg(),
                fix.observedAt(),
                ITEMS);
    }

    @Override
    public void read(byte[] bytes) {
        splitter.feed(bytes);
    }

    private void answered(Decoded<Frame> frame) {
        if (frame instanceof Decoded.Accepted<Frame> sound
                && MessageDecoder.decode(sound.value()) instanceof Decoded.Accepted<TerminalMessage> message
                && message.value() instanceof GeneralAnswer answer) {
            take(answer);
        }
    }

    private void take(GeneralAnswer answer) {
        if (answer.result() == GeneralAnswer.SUCCESS) {
            answers.acknowledged(Integer.toString(answer.answeredSerial()));
        } else {
            answers.refused("message 0x%04x, result %d".formatted(answer.answeredId(), answer.result()));
        }
    }
}
