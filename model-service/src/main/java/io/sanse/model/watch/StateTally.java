package io.sanse.model.watch;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.service.StateList.StateSize;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up what is held of subjects. Not safe for use by several threads. */
public final class StateTally {
    private static final class Sum {
        private long subjects;
        private long bytes;
        private String largest;
        private long largestBytes;
    }

    private final Map<SubjectType, Sum> sums = new EnumMap<>(SubjectType.class);

    /** All that is held of a subject, bytes. Which person is the largest is nobody's business. */
    public void add(Subject subject, long bytes) {
        Sum sum = sum(subject.type());
        if (bytes > sum.largestBytes) {
            sum.largest = subject.type() == SubjectType.PERSON ? null : subject.toString();
            sum.largestBytes = bytes;
        }
        sum.subjects++;
        sum.bytes += bytes;
    }

    /** What was added up before. */
    void add(StateSize size) {
        Sum sum = sum(size.kind());
        if (size.largestBytes() > sum.largestBytes) {
            sum.largest = size.largest();
            sum.largestBytes = size.largestBytes();
        }
        sum.subjects += size.subjects();
        sum.bytes += size.bytes();
    }

    private Sum sum(SubjectType kind) {
        return sums.computeIfAbsent(kind, none -> new Sum());
    }

    /** By kind of subject. */
    public List<StateSize> sizes() {
        return sums.entrySet().stream()
                .map(entry -> size(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static StateSize size(SubjectType kind, Sum sum) {
        return new StateSize(kind, sum.subjects, sum.bytes, sum.largest, sum.largestBytes);
    }
}
