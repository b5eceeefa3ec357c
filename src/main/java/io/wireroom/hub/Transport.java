package io.wireroom.hub;

import io.wireroom.config.NetworkConfig;
import io.wireroom.net.AddressPolicy;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The one HTTP client behind the route {@code http}: it connects only where the policy allows,
 * follows nothing, retries nothing and decodes nothing by itself, since the route and the outbox
 * do.
 */
final class Transport {

  /** More than any server means; without a limit, headers that never end would fill the memory. */
  private static final Http1Config HEADS =
      Http1Config.custom().setMaxHeaderCount(500).setMaxLineLength(64 * 1024).build();

  /** How long connecting may take, unless the config allows less for a whole answer. */
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private Transport() {}

  /**
   * The client that goes where the config lets the hub go.
   *
   * @param names who knows the addresses of names
   * @param connections open at once, in all
   */
  static CloseableHttpClient client(NetworkConfig network, DnsResolver names, int connections) {
    return client(
        new GuardedDns(new AddressPolicy(network.allow()), names),
        network.timeout().compareTo(CONNECT) < 0 ? network.timeout() : CONNECT,
        network.timeout(),
        connections,
        network.userAgent());
  }

  /**
   * @param connect how long connecting may take
   * @param idle how long to wait for the next byte of an answer; all its headers must come within
   *     this and the time for connecting
   * @param connections open at once, in all
   */
  static CloseableHttpClient client(
      AddressPolicy policy, Duration connect, Duration idle, int connections, String userAgent) {
    GuardedDns names = new GuardedDns(policy, GuardedDns.SYSTEM);
    return client(names, connect, idle, connections, userAgent);
  }

  /** The same with other names than the machine's. */
  static CloseableHttpClient client(
      GuardedDns names, Duration connect, Duration idle, int connections, String userAgent) {
    Timeout wait = Timeout.ofMilliseconds(idle.toMillis());
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(
                    (socket, host, port, attachment, context) ->
                        Tls.DEFAULT.upgrade(socket, host, port, attachment, context))
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(HEADS).build())
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultSocketConfig(
                    SocketConfig.custom().setSoTimeout(wait).setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(connect.toMillis()))
                        .setSocketTimeout(wait)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(wait)
                .setConnectionRequestTimeout(wait)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .build())
        .addExecInterceptorFirst("head-deadline", new HeadDeadline(connect.plus(idle)))
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  /** Made with the first connection that needs it, since it reads all of Java's certificates. */
  private static final class Tls {
    static final TlsSocketStrategy DEFAULT = DefaultClientTlsStrategy.createDefault();
  }
}
