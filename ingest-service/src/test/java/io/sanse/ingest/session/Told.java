package io.sanse.ingest.session;

import io.sanse.contract.DeadLetter;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** What a session made of what it was told. */
record Told(List<Reply> replies) {

    byte[] answersWhenKept() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        replies.forEach(reply -> bytes.writeBytes(reply.whenKept().get()));
        return bytes.toByteArray();
    }

    byte[] answersWhenNotKept() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        replies.forEach(reply -> bytes.writeBytes(reply.whenNotKept().get()));
        return bytes.toByteArray();
    }

    int observations() {
        return replies.stream().mapToInt(reply -> reply.observations().size()).sum();
    }

    List<String> reasons() {
        return replies.stream()
                .flatMap(reply -> reply.letters().stream())
                .map(DeadLetter::reason)
                .toList();
    }

    Reply only() {
        if (replies.size() != 1) {
            throw new AssertionError(replies);
        }
        return replies.get(0);
    }
}
