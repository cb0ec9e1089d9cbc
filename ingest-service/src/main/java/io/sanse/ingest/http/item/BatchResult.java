package io.sanse.ingest.http.item;

import java.util.List;

/**
 * The answer to an upload.
 *
 * @param accepted how many items were accepted
 * @param rejected how many were rejected
 * @param results one per item, in the order sent
 */
public record BatchResult(int accepted, int rejected, List<ItemResult> results) {}
