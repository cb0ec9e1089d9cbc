package io.sanse.contract;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition holds a subject's whole history: {@code toPositive(murmur2(utf8("type:id"))) mod partitions}, the formula of Kafka's own default
 * partitioner for a record keyed by the subject's text, so that keyed and framed records of one subject meet in the same partition.
 */
public final class SubjectPartitioner {
    private SubjectPartitioner() {}

    /** @param partitions number of partitions of the topic, at least 1 */
    public static int partition(Subject subject, int partitions) {
        byte[] key = subject.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
