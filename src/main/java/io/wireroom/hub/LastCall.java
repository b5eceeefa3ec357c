package io.wireroom.hub;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When Camel is told to stop, nothing new is claimed. The routes hand each other work for as long
 * as there is some; without this, a hub with a backlog would go on until it is killed.
 */
final class LastCall extends LifecycleStrategySupport {

  private static final Logger LOG = LoggerFactory.getLogger(LastCall.class);

  private final List<Runnable> closings;

  LastCall(List<Runnable> closings) {
    this.closings = List.copyOf(closings);
  }

  @Override
  public void onContextStopping(CamelContext context) {
    closings.forEach(Runnable::run);
    LOG.info("stopping inflight={}", context.getInflightRepository().size());
  }
}
