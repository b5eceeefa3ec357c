package io.wireroom.hub;

import io.wireroom.net.BodyReader;
import io.wireroom.net.HttpReply.Failure;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** What the exceptions of Java and of the HTTP client mean to the stages. */
final class NetworkFailure {

  private NetworkFailure() {}

  static Failure of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof GuardedDns.Refused) {
        return Failure.REFUSED_BY_POLICY;
      } else if (cause instanceof UnknownHostException) {
        return Failure.UNKNOWN_HOST;
      } else if (cause instanceof BodyReader.TooLarge) {
        return Failure.TOO_LARGE;
      } else if (cause instanceof ConnectException
          || cause instanceof NoRouteToHostException
          || cause instanceof ConnectTimeoutException) {
        return Failure.CONNECT;
      } else if (cause instanceof SSLException) {
        return Failure.TLS;
      } else if (cause instanceof BodyReader.TooSlow || cause instanceof InterruptedIOException) {
        return Failure.TIMEOUT;
      }
    }
    return Failure.BROKEN;
  }
}
