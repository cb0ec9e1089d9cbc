package io.sanse.ingest.session;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Authentication;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.LocationBatch;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Registration;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Unregistration;
import io.sanse.ingest.decode.mapping.KnownTerminal;
import io.sanse.ingest.decode.mapping.PositionMapping;
import io.sanse.ingest.decode.mapping.SanityRules.Doubt;
import io.sanse.ingest.session.Reply.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the platform does about each message of a terminal (JT/T 808-2019 clauses 6 and 8). */
final class TerminalDialogue {
    private final DeviceRules rules;
    private final TerminalIdentity identity;
    private final TerminalAnswers answers;
    private final Letters letters;

    TerminalDialogue(DeviceRules rules, TerminalIdentity identity, TerminalAnswers answers, Letters letters) {
        this.rules = rules;
        this.identity = identity;
        this.answers = answers;
        this.letters = letters;
    }

    /** A whole message, the frame it came in, and when. */
    private record Said(Frame frame, int parts, Instant at, KnownTerminal terminal) {
        Header header() {
            return frame.header();
        }
    }

    /** Feed of the terminal, null when it is not known. */
    String feed() {
        KnownTerminal terminal = identity.terminal();
        return terminal == null ? null : terminal.feed();
    }

    /**
     * The reply to a message of the terminal to which the connection is bound.
     *
     * @param parts of how many frames the message consisted
     */
    Reply reply(Frame frame, TerminalMessage message, int parts, Instant now) {
        Said said = new Said(frame, parts, now, identity.terminal());
        if (message instanceof GeneralAnswer || message instanceof RegistrationAnswer) {
            return Reply.answer(Reply.NO_ANSWER);
        }
        if (message instanceof Registration registration) {
            return registered(said, registration);
        }
        if (said.terminal() == null) {
            return unknown(said, () -> general(said, GeneralAnswer.FAILURE));
        }
        if (message instanceof Authentication authentication) {
            return authenticated(said, authentication);
        }
        return identity.mayReport() ? reported(said, message) : unauthenticated(said);
    }

    private Reply registered(Said said, Registration registration) {
        int result = identity.register(registration, said.terminal());
        if (result == RegistrationAnswer.SUCCESS) {
            String code = identity.codeOf(said.terminal());
            return Reply.answer(() -> answers.registration(said.header(), result, code));
        }
        return unknown(said, () -> answers.registration(said.header(), result, ""));
    }

    private Reply unknown(Said said, Supplier<byte[]> answer) {
        DeadLetter letter =
                letter(said, RejectionReason.UNKNOWN_DEVICE, "the registry has no such terminal on such a vehicle");
        return Reply.refusal(Verdict.SOUND, letter, answer);
    }

    private Reply authenticated(Said said, Authentication authentication) {
        return identity.authenticate(authentication.code(), said.terminal())
                ? Reply.answer(() -> general(said, GeneralAnswer.SUCCESS))
                : unauthenticated(said);
    }

    private Reply unauthenticated(Said said) {
        DeadLetter letter = letter(said, RejectionReason.AUTHENTICATION, "no right authentication code was shown");
        Verdict verdict = rules.strictAuthentication() ? Verdict.LAST : Verdict.SOUND;
        return Reply.refusal(verdict, letter, () -> general(said, GeneralAnswer.FAILURE));
    }

    private Reply reported(Said said, TerminalMessage message) {
        if (message instanceof LocationReport report) {
            return positions(said, List.of(report), false, true);
        }
        if (message instanceof LocationBatch batch) {
            return positions(said, batch.reports(), batch.resent(), batch.complete());
        }
        if (message instanceof Unregistration) {
            identity.unregister();
        }
        return Reply.answer(() -> general(said, GeneralAnswer.SUCCESS));
    }

    private Reply positions(Said said, List<LocationReport> reports, boolean resent, boolean complete) {
        List<Observation> observations = new ArrayList<>(reports.size());
        Map<RejectionReason, Doubt> doubts = new EnumMap<>(RejectionReason.class);
        for (LocationReport report : reports) {
            Doubt doubt = rules.sanity().doubtOf(report, said.at());
            if (doubt == null) {
                observations.add(PositionMapping.observation(report, said.terminal(), resent, said.at()));
            } else {
                doubts.putIfAbsent(doubt.reason(), doubt);
            }
        }
        if (!complete) {
            doubts.put(
                    RejectionReason.MALFORMED,
                    new Doubt(RejectionReason.MALFORMED, "a part of the batch cannot be read"));
        }
        return new Reply(
                Verdict.SOUND,
                observations,
                letters(said, doubts.values()),
                () -> general(said, GeneralAnswer.SUCCESS),
                () -> general(said, GeneralAnswer.FAILURE));
    }

    /** A letter holds the whole message, so one for each reason is enough. */
    private List<DeadLetter> letters(Said said, Collection<Doubt> doubts) {
        return doubts.stream()
                .map(doubt -> letter(said, doubt.reason(), doubt.detail()))
                .toList();
    }

    private byte[] general(Said said, int result) {
        return answers.general(said.header(), said.parts(), result);
    }

    private DeadLetter letter(Said said, RejectionReason reason, String detail) {
        String feed = said.terminal() == null ? null : said.terminal().feed();
        return letters.letter(feed, reason, detail, said.frame().raw(), said.at());
    }
}
