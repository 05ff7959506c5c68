//! A connection that stays open, and what went over it.

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use std::{
    io::{self, Read, Write},
    net::SocketAddr,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

/// Bodies longer than this are packed, as phones do.
const WORTH_PACKING: usize = 512;

/// What is sent with a request, as a phone sends it.
pub(crate) struct Body {
    bytes: Vec<u8>,
    packed: bool,
}

impl Body {
    /// Nothing.
    pub(crate) const NONE: Body = Body { bytes: Vec::new(), packed: false };

    pub(crate) fn of(text: &str) -> io::Result<Body> {
        if text.len() <= WORTH_PACKING {
            return Ok(Body { bytes: text.as_bytes().to_vec(), packed: false });
        }
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(text.as_bytes())?;
        Ok(Body { bytes: packer.finish()?, packed: true })
    }
}

fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut whole = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut whole)?;
    Ok(whole)
}

pub(crate) struct Wire {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
    cookie: String,
    /// Bytes that went up, heads included.
    pub(crate) up: usize,
    /// Bytes that came down, heads included.
    pub(crate) down: usize,
}

impl Wire {
    pub(crate) async fn open(address: SocketAddr, cookie: &str) -> io::Result<Wire> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Wire { stream: BufReader::new(stream), address, cookie: cookie.to_owned(), up: 0, down: 0 })
    }

    /// One request and the body of its answer, which must be 200.
    pub(crate) async fn ask(&mut self, method: &str, path: &str, body: &Body) -> io::Result<Vec<u8>> {
        let Wire { address, cookie, .. } = self;
        let Body { bytes: body, packed } = body;
        let (length, packing) = (body.len(), if *packed { "content-encoding: gzip\r\n" } else { "" });
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\naccept-encoding: gzip\r\ncontent-type: application/json\r\n{packing}content-length: {length}\r\n\r\n"
        );
        let asked = [head.as_bytes(), body].concat();
        self.stream.write_all(&asked).await?;
        let status = self.line().await?;
        let (mut length, mut heads, mut chunked, mut packed) = (0, status.len(), false, false);
        loop {
            let line = self.line().await?;
            heads += line.len();
            if line.trim().is_empty() {
                break;
            }
            let line = line.to_lowercase();
            if let Some(told) = line.strip_prefix("content-length:") {
                length = told.trim().parse().map_err(|_| io::ErrorKind::InvalidData)?;
            }
            chunked |= line.starts_with("transfer-encoding:") && line.contains("chunked");
            packed |= line.starts_with("content-encoding:") && line.contains("gzip");
        }
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer).await?;
        self.up += asked.len();
        self.down += heads + length;
        if chunked {
            answer = self.chunks().await?;
        }
        if packed {
            answer = unpacked(&answer)?;
        }
        if status.split(' ').nth(1) == Some("200") {
            return Ok(answer);
        }
        Err(io::Error::other(format!("{}: {}", status.trim(), String::from_utf8_lossy(&answer))))
    }

    /// A body that comes in pieces, each after its length.
    async fn chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut whole = Vec::new();
        loop {
            let line = self.line().await?;
            let length = usize::from_str_radix(line.trim(), 16).map_err(|_| io::ErrorKind::InvalidData)?;
            let mut piece = vec![0; length + 2];
            self.stream.read_exact(&mut piece).await?;
            self.down += line.len() + piece.len();
            whole.extend_from_slice(&piece[..length]);
            if length == 0 {
                return Ok(whole);
            }
        }
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line)
    }
}
