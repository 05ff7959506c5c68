//! As little of HTTP as a phone needs: one request, one answer, one connection.

use std::{io, net::SocketAddr};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) cookie: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) body: &'a [u8],
}

pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// By HTTP/1.0, so that the answer ends with its connection.
pub(crate) async fn ask(address: SocketAddr, asked: &Asked<'_>) -> io::Result<Told> {
    let mut line = TcpStream::connect(address).await?;
    let Asked { method, path, cookie, kind, body } = asked;
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.0\r\nhost: {address}\r\ncookie: {cookie}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
    );
    line.write_all(&[head.as_bytes(), body].concat()).await?;
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).await?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|text| text.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok(Told { status, head, body: answer[end + 4..].to_vec() })
}
