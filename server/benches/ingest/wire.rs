//! A connection that stays open, and what went over it.

use std::{io, net::SocketAddr};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
    cookie: String,
    /// Bytes in both directions, heads included.
    pub(crate) bytes: usize,
}

impl Wire {
    pub(crate) async fn open(address: SocketAddr, cookie: &str) -> io::Result<Wire> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Wire { stream: BufReader::new(stream), address, cookie: cookie.to_owned(), bytes: 0 })
    }

    /// One request and the body of its answer, which must be 200.
    pub(crate) async fn ask(&mut self, method: &str, path: &str, body: &[u8]) -> io::Result<Vec<u8>> {
        let Wire { address, cookie, .. } = self;
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
        );
        let asked = [head.as_bytes(), body].concat();
        self.stream.write_all(&asked).await?;
        let status = self.line().await?;
        let (mut length, mut heads) = (0, status.len());
        loop {
            let line = self.line().await?;
            heads += line.len();
            if line.trim().is_empty() {
                break;
            }
            if let Some(told) = line.to_lowercase().strip_prefix("content-length:") {
                length = told.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?;
            }
        }
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer).await?;
        self.bytes += asked.len() + heads + length;
        if status.split(' ').nth(1) == Some("200") {
            return Ok(answer);
        }
        Err(io::Error::other(format!("{}: {}", status.trim(), String::from_utf8_lossy(&answer))))
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line)
    }
}
