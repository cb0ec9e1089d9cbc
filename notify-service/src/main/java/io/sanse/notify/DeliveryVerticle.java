package io.sanse.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.notify.channel.SmsChannel;
import io.sanse.notify.stage.DeliverStage;
import io.sanse.notify.stage.DeliveryMeters;
import io.sanse.notify.stage.RecordStage;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Binds the channel to the stages that deliver and record; all three live on this verticle's context. */
final class DeliveryVerticle extends VerticleBase {
    private final SmsChannel channel;
    private final DeliveryMeters meters;
    private final MeterRegistry metrics;
    private final DeliverStage deliver;
    private final RecordStage record;

    DeliveryVerticle(
            ServiceContext context,
            Database database,
            SmsChannel channel,
            NotifySettings settings,
            DeliveryMeters meters) {
        this.channel = channel;
        this.meters = meters;
        this.metrics = context.metrics();
        this.deliver = new DeliverStage(context, database, channel, settings.rhythm(), meters);
        this.record = new RecordStage(context, database, channel, settings.patience(), meters);
    }

    @Override
    public Future<?> start() {
        channel.start(record::receive, deliver::wake);
        meters.watch(metrics, channel);
        record.start();
        return deliver.start();
    }

    @Override
    public Future<?> stop() {
        return deliver.stop().eventually(record::stop).eventually(channel::stop);
    }
}
