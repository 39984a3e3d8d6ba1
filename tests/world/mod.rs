//! A site and hubs that are one server on this machine. Programs take it for their proxy, so that sites
//! and hubs have the names that a configuration may state.

#![allow(dead_code, reason = "no test uses all of it")]

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What a server was asked, in the order of arrival.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    /// Without `http://`.
    pub address: String,
    pub head: String,
    pub body: String,
    pub at: Instant,
}

pub enum Answer {
    Text(String),
    Bytes(Vec<u8>),
    Silence,
    Closed,
    Endless,
}

pub fn says(status: &str, headers: &str, body: &str) -> Answer {
    Answer::Text(format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len()))
}

/// Serves these bytes.
pub fn serves(body: Vec<u8>) -> Answer {
    Answer::Bytes(body)
}

pub struct World {
    pub proxy: String,
    log: Arc<Mutex<Vec<Asked>>>,
}

impl World {
    /// `answer` is given what is asked, and how often that address was asked before.
    pub fn new(answer: impl Fn(&Asked, usize) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let proxy = format!("http://{}", listener.local_addr().expect("an address"));
        let log: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (answer, shared) = (Arc::new(answer), Arc::clone(&log));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, log) = (Arc::clone(&answer), Arc::clone(&shared));
                thread::spawn(move || attend(stream, &*answer, &log));
            }
        });
        Self { proxy, log }
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.log.lock().expect("a log").clone()
    }

    pub fn posts(&self, host: &str) -> Vec<Asked> {
        let posts = self.asked().into_iter().filter(|asked| asked.method == "POST" && asked.address.starts_with(host));
        posts.collect()
    }
}

fn attend(mut stream: TcpStream, answer: &dyn Fn(&Asked, usize) -> Answer, log: &Mutex<Vec<Asked>>) {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let asked = loop {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return,
            Ok(length) => bytes.extend_from_slice(&piece[..length]),
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let head = head.to_lowercase();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
        if body.len() < length.unwrap_or(0) {
            continue;
        }
        let mut words = text.split(' ');
        let method = words.next().unwrap_or_default().to_owned();
        let address = words.next().unwrap_or_default().trim_start_matches("http://").to_owned();
        break Asked { method, address, head, body: body.to_owned(), at: Instant::now() };
    };
    let before = {
        let mut log = log.lock().expect("a log");
        let before = log.iter().filter(|other| other.address == asked.address).count();
        log.push(asked.clone());
        before
    };
    match answer(&asked, before) {
        Answer::Text(text) => drop(stream.write_all(text.as_bytes())),
        Answer::Bytes(body) => {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
        Answer::Silence => thread::sleep(Duration::from_secs(30)),
        Answer::Closed => {}
        Answer::Endless => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            while stream.write_all(&[b'x'; 4096]).is_ok() {}
        }
    }
}
