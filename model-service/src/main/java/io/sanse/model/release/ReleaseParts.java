package io.sanse.model.release;

import io.sanse.contract.service.BacktestService;
import io.sanse.model.certification.Certifications;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the life of versions works with.
 *
 * @param vertx runs what blocks
 * @param clock wall clock
 * @param database of model-service
 * @param backtests plays history for gates
 * @param certifications of live versions
 * @param texts reads and tests versions
 * @param divisions codes of the divisions in which the registry knows of anything now
 * @param settings limits
 */
record ReleaseParts(
        Vertx vertx,
        InstantSource clock,
        Database database,
        BacktestService backtests,
        Certifications certifications,
        VersionTexts texts,
        Supplier<Set<String>> divisions,
        ReleaseSettings settings) {}
