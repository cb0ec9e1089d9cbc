package io.sanse.ingest.listen;

import io.sanse.contract.DeadLetter;
import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.FrameDecoder;
import io.sanse.ingest.decode.jt808.FrameSplitter;
import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.PartAssembler;
import io.sanse.ingest.decode.jt808.message.MessageDecoder;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.mapping.PositionMapping;
import io.sanse.ingest.listen.Reply.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One terminal's connection (JT/T 808-2019 clause 6): frames and parts; what they say is {@link TerminalDialogue}'s matter. */
final class Jt808Session implements DeviceSession {
    private static final PartAssembler.Limits PARTS = new PartAssembler.Limits(4, 1 << 20, Duration.ofSeconds(60));

    private final Letters letters = new Letters(PositionMapping.PROTOCOL);
    private final TerminalAnswers answers = new TerminalAnswers();
    private final FrameSplitter splitter = new FrameSplitter(this::take);
    private final PartAssembler assembler = new PartAssembler(PARTS);
    private final TerminalIdentity identity;
    private final TerminalDialogue dialogue;
    private List<Reply> replies = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    Jt808Session(DeviceRules rules) {
        this.identity = new TerminalIdentity(rules);
        this.dialogue = new TerminalDialogue(rules, identity, answers, letters);
    }

    @Override
    public List<Reply> receive(byte[] bytes, Instant at) {
        now = at;
        splitter.feed(bytes);
        return taken();
    }

    @Override
    public boolean isInsideMessage() {
        return splitter.isInsideFrame();
    }

    @Override
    public List<Reply> expire(Instant at) {
        now = at;
        assembler.expire(now).forEach(this::giveUp);
        return taken();
    }

    @Override
    public List<Reply> end(Instant at) {
        now = at;
        splitter.finish();
        assembler.expire(Instant.MAX).forEach(this::giveUp);
        return taken();
    }

    private List<Reply> taken() {
        List<Reply> taken = replies;
        replies = new ArrayList<>();
        return taken;
    }

    private void take(Decoded<Frame> outcome) {
        if (outcome instanceof Decoded.Rejected<Frame> rejected) {
            replies.add(unsound(rejected));
        } else if (outcome instanceof Decoded.Accepted<Frame> accepted) {
            takeFrame(accepted.value());
        }
    }

    private void takeFrame(Frame frame) {
        if (!identity.bind(frame.header().terminalKey())) {
            replies.add(foreign(frame));
        } else if (frame.header().part() == null) {
            takeWhole(frame, 1);
        } else {
            PartAssembler.Assembly assembly = assembler.accept(frame, now);
            assembly.rejected().forEach(this::giveUp);
            if (assembly.whole() != null) {
                takeWhole(assembly.whole(), assembly.parts());
            } else {
                replies.add(Reply.answer(Reply.NO_ANSWER));
            }
        }
    }

    private void takeWhole(Frame frame, int parts) {
        Decoded<TerminalMessage> outcome = MessageDecoder.decode(frame);
        Reply reply;
        if (outcome instanceof Decoded.Accepted<TerminalMessage> accepted) {
            reply = dialogue.reply(frame, accepted.value(), parts, now);
        } else {
            Decoded.Rejected<TerminalMessage> rejected = (Decoded.Rejected<TerminalMessage>) outcome;
            int result = resultFor(rejected.reason());
            DeadLetter letter = letters.letter(dialogue.feed(), rejected, now);
            reply = Reply.refusal(Verdict.SOUND, letter, () -> answers.general(frame.header(), parts, result));
        }
        boolean repaired = frame.repaired() && reply.verdict() == Verdict.SOUND;
        replies.add(repaired ? reply.with(Verdict.REPAIRED) : reply);
    }

    private static int resultFor(RejectionReason reason) {
        return reason == RejectionReason.MALFORMED ? GeneralAnswer.WRONG_MESSAGE : GeneralAnswer.NOT_SUPPORTED;
    }

    /** A frame that is not sound is answered when its header can be read and does not name another terminal. */
    private Reply unsound(Decoded.Rejected<Frame> rejected) {
        boolean framed = rejected.reason() == RejectionReason.CHECKSUM || rejected.reason() == RejectionReason.LENGTH;
        Header header = framed ? FrameDecoder.headerOf(rejected.raw()) : null;
        boolean answered = header != null && identity.mayBe(header.terminalKey());
        DeadLetter letter = letters.letter(dialogue.feed(), rejected, now);
        return Reply.refusal(
                Verdict.UNSOUND,
                letter,
                answered ? () -> answers.general(header, 1, GeneralAnswer.WRONG_MESSAGE) : Reply.NO_ANSWER);
    }

    private Reply foreign(Frame frame) {
        DeadLetter letter = letters.letter(
                dialogue.feed(),
                RejectionReason.FOREIGN_IDENTITY,
                "the connection belongs to another terminal than "
                        + frame.header().terminalKey(),
                frame.raw(),
                now);
        return Reply.refusal(Verdict.UNSOUND, letter, () -> answers.general(frame.header(), 1, GeneralAnswer.FAILURE));
    }

    private void giveUp(Decoded.Rejected<Frame> rejected) {
        replies.add(Reply.refusal(Verdict.UNSOUND, letters.letter(dialogue.feed(), rejected, now), Reply.NO_ANSWER));
    }
}
