package io.sanse.contract.service;

import java.util.List;

/**
 * Result per event, in the order sent.
 *
 * @param results one each
 */
public record ExchangeReceipt(List<Result> results) {
    public ExchangeReceipt {
        results = List.copyOf(results);
    }

    /**
     * What became of one event.
     *
     * @param id the CloudEvent's id, or null when it had none
     * @param status {@code applied}, {@code repeated}, {@code parked} (its alert is not known yet) or {@code refused}
     * @param reason why it was refused or parked, or null
     */
    public record Result(String id, String status, String reason) {}
}
