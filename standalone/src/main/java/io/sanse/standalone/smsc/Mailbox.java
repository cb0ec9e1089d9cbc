package io.sanse.standalone.smsc;

import io.sanse.notify.channel.smpp.text.MessageState;
import io.sanse.standalone.journal.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every short message that was taken, now and before the last restart. Confined to the simulator's context. */
final class Mailbox {
    private final Journal journal;
    private final List<ReceivedPart> parts = new ArrayList<>();
    private final Map<String, MessageState> states = new HashMap<>();

    Mailbox(Journal journal) {
        this.journal = journal;
        journal.read().forEach(line -> add(ReceivedPart.fromJson(line), MessageState.DELIVERED));
    }

    /** Keeps a message for good; it is then on its way. */
    void take(ReceivedPart part) {
        journal.append(List.of(part.toJson()));
        add(part, MessageState.EN_ROUTE);
    }

    private void add(ReceivedPart part, MessageState state) {
        parts.add(part);
        states.put(part.messageId(), state);
    }

    void settle(String messageId, MessageState state) {
        states.put(messageId, state);
    }

    Optional<MessageState> state(String messageId) {
        return Optional.ofNullable(states.get(messageId));
    }

    /** Whole messages, oldest first; one of which parts are missing is shown as far as it has come. */
    List<ReceivedSms> messages() {
        List<List<ReceivedPart>> groups = new ArrayList<>();
        for (ReceivedPart part : parts) {
            openGroup(groups, part).orElseGet(() -> begin(groups)).add(part);
        }
        return groups.stream().map(this::join).toList();
    }

    private static Optional<List<ReceivedPart>> openGroup(List<List<ReceivedPart>> groups, ReceivedPart part) {
        return part.total() == 1
                ? Optional.empty()
                : groups.stream()
                        .filter(group -> part.belongsTo(group.get(0)))
                        .filter(group -> group.stream().noneMatch(other -> other.number() == part.number()))
                        .findFirst();
    }

    private static List<ReceivedPart> begin(List<List<ReceivedPart>> groups) {
        List<ReceivedPart> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    private ReceivedSms join(List<ReceivedPart> group) {
        ReceivedPart first = group.get(0);
        StringBuilder text = new StringBuilder();
        group.stream().sorted(Comparator.comparingInt(ReceivedPart::number)).forEach(part -> text.append(part.text()));
        String state = group.stream()
                .map(part -> states.get(part.messageId()))
                .min(Comparator.naturalOrder())
                .map(least -> least.word().toLowerCase(Locale.ROOT))
                .orElseThrow();
        return new ReceivedSms(
                first.messageId(),
                first.receivedAt(),
                first.from(),
                first.to(),
                text.toString(),
                first.total(),
                group.size(),
                state);
    }
}
