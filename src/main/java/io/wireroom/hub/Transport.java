package io.wireroom.hub;

import io.wireroom.net.AddressPolicy;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The one HTTP client behind the route {@code http}: it connects only where the policy allows,
 * follows nothing, retries nothing and decodes nothing by itself, since the route and the outbox
 * do.
 */
final class Transport {

  private Transport() {}

  /**
   * @param idle how long to wait for the next byte of an answer
   * @param connections open at once, in all
   */
  static CloseableHttpClient client(
      AddressPolicy policy, Duration connect, Duration idle, int connections, String userAgent) {
    Timeout wait = Timeout.ofMilliseconds(idle.toMillis());
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedDns(policy))
                .setTlsSocketStrategy(
                    (socket, host, port, attachment, context) ->
                        Tls.DEFAULT.upgrade(socket, host, port, attachment, context))
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
