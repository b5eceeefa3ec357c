package io.wireroom.hub;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Ends a request whose answer has not begun in time: a server that sends its headers one byte a
 * while keeps every wait for the next byte short, and would hold a thread for ever. The body has a
 * deadline of its own, in {@link io.wireroom.net.BodyReader}. Thread-safe.
 */
final class HeadDeadline implements ExecChainHandler {

  private static final long IDLE_SECONDS = 10;

  private final Duration longest;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * @param longest from the connection's begin to the last header
   */
  HeadDeadline(Duration longest) {
    this.longest = longest;
    this.timer = new ScheduledThreadPoolExecutor(1, daemons());
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory daemons() {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return work -> {
      Thread thread = plain.newThread(work);
      thread.setName("head-deadline");
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    AtomicBoolean over = new AtomicBoolean();
    Future<?> end =
        timer.schedule(
            () -> {
              over.set(true);
              scope.execRuntime.discardEndpoint();
            },
            longest.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return chain.proceed(request, scope);
    } catch (IOException | RuntimeException e) {
      if (over.get()) {
        throw late(e);
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private IOException late(Exception cause) {
    SocketTimeoutException late =
        new SocketTimeoutException("the answer did not begin within " + longest.toSeconds() + " s");
    late.initCause(cause);
    return late;
  }
}
