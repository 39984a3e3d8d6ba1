//! What a fetch does with servers that mean well and others, over real connections on this machine.

#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use dateline::hub::fetch::{Fault, Fetcher, Kind, Reply};
use url::Url;

const SOON: Duration = Duration::from_millis(600);

/// Answers each connection with what `answer` does to it; what was asked comes through the channel.
fn server(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let base = format!("http://{}", listener.local_addr().expect("an address"));
    let (asked, requests) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut request = Vec::new();
            let mut piece = [0; 4096];
            while !request.windows(4).any(|four| four == b"\r\n\r\n") {
                match stream.read(&mut piece) {
                    Ok(0) | Err(_) => break,
                    Ok(length) => request.extend_from_slice(&piece[..length]),
                }
            }
            let request = String::from_utf8_lossy(&request).into_owned();
            let _ = asked.send(request.clone());
            answer(&request, &mut stream);
        }
    });
    (base, requests)
}

fn says(text: &'static str) -> impl Fn(&str, &mut TcpStream) + Send + 'static {
    move |_, stream| {
        let _ = stream.write_all(text.as_bytes());
    }
}

fn get(address: &str) -> Result<Reply, Fault> {
    let url = Url::parse(address).expect("a URL");
    Fetcher::new().expect("a fetcher").get(&url, 1000, SOON)
}

#[test]
fn a_request_is_plain_and_the_answer_whole() {
    let (base, requests) = server(says("HTTP/1.1 404 Not Found\r\nETag: \"a\"\r\nContent-Length: 4\r\n\r\ngone"));
    let reply = get(&format!("{base}/a?b=c")).expect("an answer");
    assert_eq!((reply.status, reply.body.as_slice(), reply.header("etag")), (404, &b"gone"[..], Some("\"a\"")));
    let request = requests.recv().expect("a request").to_lowercase();
    assert!(request.starts_with("get /a?b=c http/1.1\r\n"), "{request}");
    for line in
        ["accept: */*", "accept-encoding: identity", concat!("user-agent: dateline/", env!("CARGO_PKG_VERSION"))]
    {
        assert!(request.contains(&format!("{line}\r\n")), "{request}");
    }
    for absent in ["if-", "cookie", "cache-control", "range", "referer"] {
        assert!(!request.contains(&format!("\r\n{absent}")), "{request}");
    }
}

#[test]
fn a_body_without_end_is_cut() {
    let (base, _requests) = server(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[b'x'; 4096]).is_ok() {}
    });
    let reply = get(&base).expect("an answer");
    assert_eq!((reply.body.len(), reply.cut), (1000, true));
}

#[test]
fn silence_and_dribbling_end_in_time() {
    let silence = |_: &str, _: &mut TcpStream| thread::sleep(Duration::from_secs(5));
    let dribble = |_: &str, stream: &mut TcpStream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(50));
        }
    };
    for (base, _requests) in [server(silence), server(dribble)] {
        let begun = Instant::now();
        let fault = get(&base).expect_err("no answer");
        assert_eq!((fault.kind, fault.is_passing()), (Kind::TimedOut, true), "{fault}");
        assert!(begun.elapsed() < Duration::from_secs(3));
    }
}

#[test]
fn a_broken_answer_is_told_without_the_secret() {
    let (base, _requests) = server(says("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"));
    let (nonsense, _asked) = server(says("what?\r\n\r\n"));
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    for (address, kind) in
        [(base, Kind::Broken), (nonsense, Kind::Broken), (format!("http://{nobody}"), Kind::Unreachable)]
    {
        let address = address.replace("http://", "http://user:S3CR3T@");
        let fault = get(&format!("{address}/?k=S3CR3T")).expect_err("no answer");
        assert_eq!(fault.kind, kind, "{fault}");
        assert!(!format!("{fault} {fault:?}").contains("S3CR3T"), "{fault:?}");
    }
}

#[test]
fn redirects_are_followed_a_few_times_and_told() {
    let (base, requests) = server(|request, stream| {
        let number: usize = request[5..6].parse().unwrap_or(9);
        let answer = if number == 0 {
            "200 OK\r\nContent-Length: 2\r\n\r\nok".to_owned()
        } else {
            format!("301 Moved\r\nLocation: /{}\r\nContent-Length: 0\r\n\r\n", number - 1)
        };
        let _ = stream.write_all(format!("HTTP/1.1 {answer}").as_bytes());
    });
    let reply = get(&format!("{base}/5")).expect("an answer");
    assert_eq!((reply.redirects.len(), reply.url.path(), reply.body.as_slice()), (5, "/0", &b"ok"[..]));
    assert_eq!(requests.try_iter().count(), 6);
    let fault = get(&format!("{base}/6")).expect_err("too many");
    assert_eq!(fault.to_string(), format!("more than 5 redirects: {base}/0"));
    assert_eq!((fault.kind, fault.is_passing()), (Kind::Astray, false));
}

#[test]
fn what_a_public_answer_named_is_not_asked_for_in_this_network() {
    let (base, requests) = server(says("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    let url = Url::parse(&base).expect("a URL");
    let mut fetcher = Fetcher::new().expect("a fetcher");
    assert!(!fetcher.get(&url, 10, SOON).expect("an answer").public);
    for led in [base.clone(), base.replace("127.0.0.1", "localhost"), base.replace("127.0.0.1", "[::ffff:127.0.0.1]")] {
        let fault = fetcher.lead(&Url::parse(&led).expect("a URL"), 10, SOON).expect_err("no answer");
        assert_eq!(fault.kind, Kind::Astray, "{fault}");
        assert!(fault.to_string().starts_with("a public address led to one of a private network: "), "{fault}");
    }
    assert_eq!(requests.try_iter().count(), 1);
}

#[test]
fn a_form_is_sent_again_and_never_becomes_a_get() {
    let (base, requests) = server(|request, stream| {
        let answer = match request.split(' ').nth(1) {
            Some("/again") => "307 Again\r\nLocation: /moved",
            Some("/moved") => "301 Moved\r\nLocation: /end?k=S3CR3T",
            _ => "204 No Content",
        };
        let _ = stream.write_all(format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n").as_bytes());
    });
    let url = Url::parse(&format!("{base}/again")).expect("a URL");
    let reply = Fetcher::new().expect("a fetcher").post(&url, "a=b", 10, SOON).expect("an answer");
    assert_eq!((reply.status, reply.location().map(String::from)), (301, Some(format!("{base}/end?k=S3CR3T"))));
    let asked: Vec<String> = requests.try_iter().collect();
    assert_eq!(asked.len(), 2);
    assert!(asked.iter().all(|request| request.starts_with("POST ")), "{asked:?}");
}
